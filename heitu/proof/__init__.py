"""Proof-reading: what can be checked of a translation against its original, without understanding either."""

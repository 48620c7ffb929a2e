"""Offline: the finished site as one ZIP file for a USB stick, and the check whether such a copy is whole."""

from __future__ import annotations

from heitu.offline.packing import pack
from heitu.offline.verdict import Verdict
from heitu.offline.verifying import verify
from heitu.offline.wording import tell

__all__ = ["Verdict", "pack", "tell", "verify"]

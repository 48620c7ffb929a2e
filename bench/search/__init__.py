"""What `make bench-search` runs: our search beside two others, on the same sections, in the same browser."""

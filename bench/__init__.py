"""What `make bench` runs; nothing of the site."""

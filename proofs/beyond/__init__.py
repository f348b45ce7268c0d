"""What goes past the paper."""

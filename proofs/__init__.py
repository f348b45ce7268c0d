"""What follows: the claims, the deciders' table, checking, and the command line."""

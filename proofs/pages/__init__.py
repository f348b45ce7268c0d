"""Writes the book's pages from the claims and the report of a real run; decides nothing."""

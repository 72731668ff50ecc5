"""Legation: an open foreign-affairs desk."""

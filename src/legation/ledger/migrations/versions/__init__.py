"""The migrations, one file for each released version of the schema."""

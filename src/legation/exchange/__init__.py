"""In and out: the forms in which statements and records leave and enter."""

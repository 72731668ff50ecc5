"""From rows of cells to statements: which column means what, what its cells hold, and what could not be read."""

"""The words of acts, and the scheme that they are coded in: one lexicon for sentences and for documents."""

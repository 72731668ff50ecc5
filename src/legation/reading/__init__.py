"""Reading: a document in, its statements out; see `legation.reading.extract` for the way through."""

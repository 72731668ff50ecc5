"""The web desk: pages over a view. It only reads; what it shows opens to the words that it came from."""

"""The commands by what they are for; each module puts its own on the program."""

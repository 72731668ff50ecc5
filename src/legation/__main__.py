"""`python -m legation`: the command line."""

from legation.cli import run

if __name__ == "__main__":
    run()

"""`python -m archiver` is the command `archive`."""

from archiver.cli import run

if __name__ == "__main__":
    run()

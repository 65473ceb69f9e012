"""`python -m archiver` is the command `archive`."""

import sys

from archiver.cli import main

if __name__ == "__main__":
    sys.exit(main())

"""``python -m sourcereading``: the same as the command ``sourcereading``."""

import sys

from sourcereading.cli import main

if __name__ == "__main__":
    sys.exit(main())

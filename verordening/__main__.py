"""`python -m verordening`: the same door as the `verordening` command."""

import sys

from verordening.cli.main import main

if __name__ == "__main__":
    sys.exit(main())

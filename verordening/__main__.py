"""`python -m verordening`: the same door as the `verordening` command."""

from verordening.cli.start import run

if __name__ == "__main__":
    run()

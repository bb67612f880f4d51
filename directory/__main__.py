"""Run the command line as ``python -m directory``."""

from directory.cli.main import main

if __name__ == "__main__":
    main()

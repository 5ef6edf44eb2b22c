"""`python -m tieline` is the command `tieline`."""

from tieline.cli.main import main

if __name__ == "__main__":
    main()

"""One report of one event, and the traits by which it is compared with others."""

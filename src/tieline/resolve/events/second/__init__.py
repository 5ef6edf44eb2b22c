"""A second look at events that the first comparison left apart: features that agree are weighed, a single one that contradicts forbids."""

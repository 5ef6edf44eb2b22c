"""From a source to an article: characters, metadata, zones and sentences."""

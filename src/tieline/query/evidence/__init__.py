"""The last way of answering: the sentence that tells most of what is asked."""

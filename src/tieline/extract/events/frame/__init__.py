"""What every reading of events leans on: the rules' frames, the sentence being read, and the classes of its words."""

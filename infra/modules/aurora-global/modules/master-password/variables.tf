# No inputs: length and alphabet are the same for every database.

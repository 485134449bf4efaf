"""How strong somebody is: exposures, the estimated one-repetition maximum, records, hard sets and tonnage."""

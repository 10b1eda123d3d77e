"""A population in: files to record batches, and these to the columns of whole numbers that `facts` describes."""

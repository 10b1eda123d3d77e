"""More than one machine: the same columns by the same engines, in the processes of PySpark (the extra `spark`)."""

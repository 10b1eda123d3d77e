"""An outcome or a diagnostic to something a person or a program reads. Decides nothing."""

"""What every output is made with: pages and files, templates, pictograms, fonts. Knows no entries."""

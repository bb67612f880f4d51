"""What an entry says on one day, for every output: immutable values without HTML or Typst."""

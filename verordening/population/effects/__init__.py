"""What a change of rules does to a population: who gains, who loses and how much, group by group."""

"""What drawings show: time lines, networks, maps, speakers, dyads, one actor."""

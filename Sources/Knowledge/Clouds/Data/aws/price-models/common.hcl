# What several services need. Files are read in the order of their names, and a function may call those above it.

function "thousand" {
  params = ["amount"]
  result = amount == null ? null : amount / 1000
}

function "million" {
  params = ["amount"]
  result = amount == null ? null : amount / 1000000
}


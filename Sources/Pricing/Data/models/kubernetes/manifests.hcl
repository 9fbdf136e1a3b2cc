# What objects of Kubernetes cost on the cluster they run on.
free = []

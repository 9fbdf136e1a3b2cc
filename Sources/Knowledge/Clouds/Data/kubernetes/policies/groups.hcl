group "workload" {
  types = ["Pod", "Deployment", "StatefulSet", "DaemonSet", "ReplicaSet", "ReplicationController", "Job", "CronJob"]
}

group "service_workload" {
  types = ["Deployment", "StatefulSet", "DaemonSet", "ReplicaSet", "ReplicationController"]
}

# What rules may ask to have been measured. `keys` are expressions over the resource (and `item`, where a rule looks at
# parts one by one): by which names a series may know it. Each query gives one series per resource; its labels, joined
# by "/", are that name. `cloudwatch` is the metric's name in a saved `aws cloudwatch get-metric-data`, whose label has
# to hold it and the resource's name ("CPUUtilization i-0abc").

metric "ec2_cpu" {
  unit       = "percent"
  keys       = [self.id, self.private_ip, self.private_dns, self.tags.Name]
  cloudwatch = "CPUUtilization"
  query "yace" {
    expr   = "max by (dimension_InstanceId) (aws_ec2_cpuutilization_maximum)"
    labels = ["dimension_InstanceId"]
  }
  query "node_exporter" {
    expr       = "100 * (1 - avg by (instance) (rate(node_cpu_seconds_total{mode=\"idle\"}[5m])))"
    labels     = ["instance"]
    drops_port = true
  }
}

metric "ec2_memory" {
  unit       = "percent"
  keys       = [self.id, self.private_ip, self.private_dns, self.tags.Name]
  cloudwatch = "mem_used_percent"
  query "yace" {
    expr   = "max by (dimension_InstanceId) (aws_cwagent_mem_used_percent_maximum)"
    labels = ["dimension_InstanceId"]
  }
  query "node_exporter" {
    expr       = "100 * (1 - node_memory_MemAvailable_bytes / node_memory_MemTotal_bytes)"
    labels     = ["instance"]
    drops_port = true
  }
}

metric "ec2_network" {
  unit             = "bytes per second, in and out"
  keys             = [self.id, self.private_ip, self.private_dns, self.tags.Name]
  cloudwatch       = "NetworkInOut"
  cloudwatch_scale = 0.0033333333333333335
  query "yace" {
    expr   = "sum by (dimension_InstanceId) ({__name__=~\"aws_ec2_network_(in|out)_sum\"}) / 300"
    labels = ["dimension_InstanceId"]
  }
  query "node_exporter" {
    expr       = "sum by (instance) (rate(node_network_receive_bytes_total{device!=\"lo\"}[5m]) + rate(node_network_transmit_bytes_total{device!=\"lo\"}[5m]))"
    labels     = ["instance"]
    drops_port = true
  }
}

metric "ec2_credits" {
  unit       = "CPU credits"
  keys       = [self.id, self.private_ip, self.private_dns, self.tags.Name]
  cloudwatch = "CPUCreditBalance"
  query "yace" {
    expr   = "min by (dimension_InstanceId) (aws_ec2_cpucredit_balance_average)"
    labels = ["dimension_InstanceId"]
  }
}

metric "ec2_disk" {
  unit       = "percent of the fullest disk"
  keys       = [self.id, self.private_ip, self.private_dns, self.tags.Name]
  cloudwatch = "disk_used_percent"
  query "yace" {
    expr   = "max by (dimension_InstanceId) (aws_cwagent_disk_used_percent_maximum)"
    labels = ["dimension_InstanceId"]
  }
  query "node_exporter" {
    expr       = "max by (instance) (100 * (1 - node_filesystem_avail_bytes{fstype!~\"tmpfs|overlay|squashfs\"} / node_filesystem_size_bytes{fstype!~\"tmpfs|overlay|squashfs\"}))"
    labels     = ["instance"]
    drops_port = true
  }
}

metric "asg_cpu" {
  unit       = "percent"
  keys       = [self.name, self.id]
  cloudwatch = "GroupCPUUtilization"
  query "yace" {
    expr   = "max by (dimension_AutoScalingGroupName) (aws_ec2_cpuutilization_maximum{dimension_AutoScalingGroupName!=\"\"})"
    labels = ["dimension_AutoScalingGroupName"]
  }
}

metric "asg_memory" {
  unit       = "percent"
  keys       = [self.name, self.id]
  cloudwatch = "group_mem_used_percent"
  query "yace" {
    expr   = "max by (dimension_AutoScalingGroupName) (aws_cwagent_mem_used_percent_maximum{dimension_AutoScalingGroupName!=\"\"})"
    labels = ["dimension_AutoScalingGroupName"]
  }
}

metric "ebs_operations" {
  unit       = "operations a day"
  keys       = [self.id]
  cloudwatch = "VolumeOps"
  query "yace" {
    expr   = "sum by (dimension_VolumeId) (sum_over_time({__name__=~\"aws_ebs_volume_(read|write)_ops_sum\"}[1d]))"
    labels = ["dimension_VolumeId"]
  }
}

metric "ebs_iops" {
  unit       = "operations a second"
  keys       = [self.id]
  cloudwatch = "VolumeIOPS"
  query "yace" {
    expr   = "sum by (dimension_VolumeId) ({__name__=~\"aws_ebs_volume_(read|write)_ops_sum\"}) / 300"
    labels = ["dimension_VolumeId"]
  }
}

metric "lb_requests" {
  unit       = "requests a day"
  keys       = [self.arn_suffix, self.name, self.id]
  cloudwatch = "RequestCount"
  query "yace_alb" {
    expr   = "sum by (dimension_LoadBalancer) (sum_over_time(aws_applicationelb_request_count_sum[1d]))"
    labels = ["dimension_LoadBalancer"]
  }
  query "yace_nlb" {
    expr   = "sum by (dimension_LoadBalancer) (sum_over_time(aws_networkelb_new_flow_count_sum[1d]))"
    labels = ["dimension_LoadBalancer"]
  }
  query "yace_classic" {
    expr   = "sum by (dimension_LoadBalancerName) (sum_over_time(aws_elb_request_count_sum[1d]))"
    labels = ["dimension_LoadBalancerName"]
  }
}

metric "nat_connections" {
  unit       = "open connections"
  keys       = [self.id]
  cloudwatch = "ActiveConnectionCount"
  query "yace" {
    expr   = "max by (dimension_NatGatewayId) (aws_natgateway_active_connection_count_maximum)"
    labels = ["dimension_NatGatewayId"]
  }
}

metric "nat_bytes" {
  unit       = "bytes a day"
  keys       = [self.id]
  cloudwatch = "BytesOutToDestination"
  query "yace" {
    expr   = "sum by (dimension_NatGatewayId) (sum_over_time(aws_natgateway_bytes_out_to_destination_sum[1d]))"
    labels = ["dimension_NatGatewayId"]
  }
}

metric "endpoint_bytes" {
  unit       = "bytes a day"
  keys       = [self.id]
  cloudwatch = "BytesProcessed"
  query "yace" {
    expr   = "sum by (dimension_VPC_Endpoint_Id) (sum_over_time(aws_privatelinkendpoints_bytes_processed_sum[1d]))"
    labels = ["dimension_VPC_Endpoint_Id"]
  }
}

metric "rds_connections" {
  unit       = "connections"
  keys       = [self.identifier, self.cluster_identifier, self.id]
  cloudwatch = "DatabaseConnections"
  query "yace" {
    expr   = "max by (dimension_DBInstanceIdentifier) (aws_rds_database_connections_maximum)"
    labels = ["dimension_DBInstanceIdentifier"]
  }
}

metric "rds_cpu" {
  unit       = "percent"
  keys       = [self.identifier, self.id]
  cloudwatch = "DBCPUUtilization"
  query "yace" {
    expr   = "max by (dimension_DBInstanceIdentifier) (aws_rds_cpuutilization_maximum)"
    labels = ["dimension_DBInstanceIdentifier"]
  }
}

metric "rds_free_storage" {
  unit       = "bytes"
  keys       = [self.identifier, self.id]
  cloudwatch = "FreeStorageSpace"
  query "yace" {
    expr   = "min by (dimension_DBInstanceIdentifier) (aws_rds_free_storage_space_minimum)"
    labels = ["dimension_DBInstanceIdentifier"]
  }
}

metric "lambda_concurrency_used" {
  unit       = "percent of the provisioned concurrency"
  keys       = [self.function_name, self.id]
  cloudwatch = "ProvisionedConcurrencyUtilization"
  query "yace" {
    expr   = "100 * max by (dimension_FunctionName) (aws_lambda_provisioned_concurrency_utilization_maximum)"
    labels = ["dimension_FunctionName"]
  }
}

metric "lambda_memory" {
  unit       = "megabytes"
  keys       = [self.function_name, self.id]
  cloudwatch = "max_memory_used"
  query "insights" {
    expr   = "max by (dimension_function_name) (aws_lambdainsights_used_memory_max_maximum)"
    labels = ["dimension_function_name"]
  }
}

metric "lambda_seconds" {
  unit       = "seconds a day"
  keys       = [self.function_name, self.id]
  cloudwatch = "Duration"
  query "yace" {
    expr   = "sum by (dimension_FunctionName) (sum_over_time(aws_lambda_duration_sum[1d])) / 1000"
    labels = ["dimension_FunctionName"]
  }
}

metric "dynamodb_reads" {
  unit       = "consumed read units a second"
  keys       = [self.name, self.id]
  cloudwatch = "ConsumedReadCapacityUnits"
  query "yace" {
    expr   = "sum by (dimension_TableName) (aws_dynamodb_consumed_read_capacity_units_sum) / 300"
    labels = ["dimension_TableName"]
  }
}

metric "dynamodb_writes" {
  unit       = "consumed write units a second"
  keys       = [self.name, self.id]
  cloudwatch = "ConsumedWriteCapacityUnits"
  query "yace" {
    expr   = "sum by (dimension_TableName) (aws_dynamodb_consumed_write_capacity_units_sum) / 300"
    labels = ["dimension_TableName"]
  }
}

metric "s3_bytes" {
  unit       = "bytes in the standard class"
  keys       = [self.bucket, self.id]
  cloudwatch = "BucketSizeBytes"
  query "yace" {
    expr   = "max by (dimension_BucketName) (aws_s3_bucket_size_bytes_average{dimension_StorageType=~\"StandardStorage|\"})"
    labels = ["dimension_BucketName"]
  }
}

metric "s3_objects" {
  unit       = "objects"
  keys       = [self.bucket, self.id]
  cloudwatch = "NumberOfObjects"
  query "yace" {
    expr   = "max by (dimension_BucketName) (aws_s3_number_of_objects_average)"
    labels = ["dimension_BucketName"]
  }
}

metric "log_bytes" {
  unit       = "bytes stored"
  keys       = [self.name, self.id]
  cloudwatch = "StoredBytes"
  query "yace" {
    expr   = "max by (dimension_LogGroupName) (aws_logs_stored_bytes_maximum)"
    labels = ["dimension_LogGroupName"]
  }
}

metric "container_cpu" {
  unit = "cores, the busiest replica"
  keys = ["${coalesce(self.metadata.namespace, "default")}/${self.metadata.name}/${item.name}"]
  query "cadvisor" {
    expr   = "max by (namespace, workload, container) (label_replace(rate(container_cpu_usage_seconds_total{container!=\"\",container!=\"POD\"}[5m]), \"workload\", \"$1\", \"pod\", \"^(.+?)(-[a-z0-9]{8,10}-[a-z0-9]{5}|-[0-9]+|-[a-z0-9]{5})$\"))"
    labels = ["namespace", "workload", "container"]
  }
}

metric "container_memory" {
  unit = "bytes, the largest replica"
  keys = ["${coalesce(self.metadata.namespace, "default")}/${self.metadata.name}/${item.name}"]
  query "cadvisor" {
    expr   = "max by (namespace, workload, container) (label_replace(container_memory_working_set_bytes{container!=\"\",container!=\"POD\"}, \"workload\", \"$1\", \"pod\", \"^(.+?)(-[a-z0-9]{8,10}-[a-z0-9]{5}|-[0-9]+|-[a-z0-9]{5})$\"))"
    labels = ["namespace", "workload", "container"]
  }
}

metric "pod_network" {
  unit = "bytes per second, in and out"
  keys = ["${coalesce(self.metadata.namespace, "default")}/${self.metadata.name}"]
  query "cadvisor" {
    expr   = "sum by (namespace, workload) (label_replace(rate(container_network_receive_bytes_total[5m]) + rate(container_network_transmit_bytes_total[5m]), \"workload\", \"$1\", \"pod\", \"^(.+?)(-[a-z0-9]{8,10}-[a-z0-9]{5}|-[0-9]+|-[a-z0-9]{5})$\"))"
    labels = ["namespace", "workload"]
  }
}

metric "pod_cpu" {
  unit = "cores, all replicas together"
  keys = ["${coalesce(self.metadata.namespace, "default")}/${self.metadata.name}"]
  query "cadvisor" {
    expr   = "sum by (namespace, workload) (label_replace(rate(container_cpu_usage_seconds_total{container!=\"\",container!=\"POD\"}[5m]), \"workload\", \"$1\", \"pod\", \"^(.+?)(-[a-z0-9]{8,10}-[a-z0-9]{5}|-[0-9]+|-[a-z0-9]{5})$\"))"
    labels = ["namespace", "workload"]
  }
}

metric "node_requested_cpu" {
  unit = "cores requested of the cores that can be given"
  keys = [self.metadata.name]
  query "kube_state_metrics" {
    expr   = "sum by (node) (kube_pod_container_resource_requests{resource=\"cpu\"})"
    labels = ["node"]
  }
}

metric "node_requested_memory" {
  unit = "bytes requested"
  keys = [self.metadata.name]
  query "kube_state_metrics" {
    expr   = "sum by (node) (kube_pod_container_resource_requests{resource=\"memory\"})"
    labels = ["node"]
  }
}

metric "zone_bytes" {
  unit = "bytes a day to other zones"
  keys = [self.id, self.private_ip, self.private_dns, self.tags.Name]
  query "vpc_flow" {
    expr   = "sum by (instance) (increase(network_cross_zone_bytes_total[1d]))"
    labels = ["instance"]
  }
}

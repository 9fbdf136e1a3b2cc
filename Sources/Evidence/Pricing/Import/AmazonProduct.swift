/// What one price of AWS is for, in the words of the price book.
struct AmazonProduct {
  var service: String
  /// Attributes by name as in JSON offer files, lowercased: `instancetype`, `regioncode`.
  var attributes: [String: String]

  private static let services = [
    "AmazonEC2": "ec2", "AmazonRDS": "rds", "AmazonElastiCache": "elasticache", "AmazonS3": "s3",
    "AWSLambda": "lambda", "AmazonDynamoDB": "dynamodb", "AmazonVPC": "vpc", "AWSELB": "elb",
    "AmazonRoute53": "route53", "AmazonCloudFront": "cloudfront", "AmazonEKS": "eks", "AmazonECS": "ecs",
    "AmazonSNS": "sns", "AWSQueueService": "sqs", "AmazonCloudWatch": "cloudwatch", "awskms": "kms",
    "AWSSecretsManager": "secretsmanager", "AmazonECR": "ecr", "AmazonEFS": "efs",
    "AmazonRedshift": "redshift",
    "AmazonES": "opensearch", "AmazonMSK": "msk", "AmazonMQ": "mq", "AmazonDocDB": "docdb",
    "AmazonNeptune": "neptune", "AmazonKinesis": "kinesis",
  ]

  /// `ec2` for `AmazonEC2`.
  var name: String {
    Self.services[service] ?? service.lowercased().filter { $0.isLetter || $0.isNumber }
  }

  var region: String? { attributes["regioncode"].flatMap { $0.isEmpty ? nil : $0 } }

  /// The key that price models ask for where there is one, else the type of use without the prefix of the region; nil
  /// for what is not billed as it stands, such as reserved capacity.
  var key: String? {
    switch name {
    case "ec2" where attributes["instancetype"]?.isEmpty == false: return instance
    case "rds" where attributes["instancetype"]?.isEmpty == false: return database
    case "elasticache" where attributes["instancetype"]?.isEmpty == false: return attributes["instancetype"]
    default: return use
    }
  }

  /// Linux, on shared hardware, without software of others.
  private var instance: String? {
    guard attributes["operatingsystem"] == "Linux", attributes["tenancy"] == "Shared",
      attributes["preinstalledsw"] ?? "NA" == "NA", attributes["capacitystatus"] ?? "Used" == "Used"
    else { return nil }
    return attributes["instancetype"]
  }

  private var database: String? {
    let engines = ["MySQL": "mysql", "MariaDB": "mariadb", "PostgreSQL": "postgres"]
    guard let engine = attributes["databaseengine"].flatMap({ engines[$0] }),
      let type = attributes["instancetype"]
    else { return use }
    switch attributes["deploymentoption"] {
    case "Single-AZ": return "\(engine)/\(type)"
    case "Multi-AZ": return "\(engine)/\(type)/multi-az"
    default: return use
    }
  }

  /// `NatGateway-Hours` of `EUC1-NatGateway-Hours`.
  private var use: String? {
    guard let use = attributes["usagetype"], !use.isEmpty else { return nil }
    let parts = use.split(separator: "-", maxSplits: 1)
    let isPrefix =
      parts.count == 2 && parts[0].count >= 2 && parts[0].count <= 5
      && parts[0].allSatisfy { $0.isUppercase || $0.isNumber }
    return isPrefix ? String(parts[1]) : use
  }
}

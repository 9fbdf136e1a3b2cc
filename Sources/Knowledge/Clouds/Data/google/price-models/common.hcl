# What several services of Google Cloud need. Files are read in the order of their names.

function "thousand" {
  params = ["amount"]
  result = amount == null ? null : amount / 1000
}

function "tenth" {
  params = ["amount"]
  result = amount == null ? null : amount / 10000
}

function "million" {
  params = ["amount"]
  result = amount == null ? null : amount / 1000000
}

tables {
  disk_names = {
    pd-standard = "Standard provisioned storage (pd-standard)", pd-ssd = "SSD provisioned storage (pd-ssd)", pd-balanced = "Balanced provisioned storage (pd-balanced)",
    pd-extreme = "Extreme provisioned storage (pd-extreme)", hyperdisk-extreme = "Hyperdisk provisioned storage (hyperdisk-extreme)", hyperdisk-balanced = "Hyperdisk provisioned storage (hyperdisk-balanced)",
  }
  gpus = {
    nvidia-tesla-k80 = "NVIDIA Tesla K80", nvidia-tesla-p4 = "NVIDIA Tesla P4", nvidia-tesla-p100 = "NVIDIA Tesla P100", nvidia-tesla-t4 = "NVIDIA Tesla T4", nvidia-tesla-v100 = "NVIDIA Tesla V100",
    nvidia-tesla-a100 = "NVIDIA Tesla A100", nvidia-a100-80gb = "NVIDIA A100 80GB", nvidia-l4 = "NVIDIA L4", nvidia-h100-80gb = "NVIDIA H100 80GB",
  }
  # What is off the list price for instances that run all month.
  sustained = { n1 = 0.7, n2 = 0.8, n2d = 0.8, c2 = 0.8, m1 = 0.7, m2 = 0.7, f1 = 0.7, g1 = 0.7, custom = 0.7 }
}

function "disk" {
  params = ["type", "size", "count"]
  result = fixed(lookup(disk_names, coalesce(type, "pd-standard"), "Storage (${coalesce(type, "pd-standard")})"), "GB", count * size, price("compute", "disk/${coalesce(type, "pd-standard")}"))
}

# What the system of an image costs beside the machine, by the words of its name; most cost nothing.
function "licence" {
  params = ["image", "type", "amount"]
  result = [for system in [for word, system in {
    "windows" = "windows", "rhel.*sap" = "rhel-sap", "rhel" = "rhel", "sles.*sap" = "sles-sap", "sles" = "sles",
    } : system if length(regexall(word, lower(coalesce(image, "none")))) > 0 && !(length(regexall("sap", lower(coalesce(image, "none")))) > 0 && !endswith(system, "-sap") && system != "windows")] : fixed(
    "Licence (${{ windows = "Windows Server", rhel = "Red Hat Enterprise Linux", rhel-sap = "Red Hat Enterprise Linux for SAP", sles = "SUSE Linux Enterprise Server", sles-sap = "SUSE Linux Enterprise Server for SAP" }[system]})",
    "hours", amount, price("compute", "licence/${system}/${type}"))]
}

function "scratch" {
  params = ["disks", "purchase", "count"]
  result = length(coalesce(disks, [])) == 0 ? null : fixed("Local SSD provisioned storage", "GB", count * length(disks) * 375, price("compute", "disk/local-ssd/${purchase}"))
}

function "accelerators" {
  params = ["list", "purchase", "amount"]
  result = [for g in coalesce(list, []) : gpus[g.type] == null ? unpriced("accelerators of the type ${g.type} have no price here") : fixed("${gpus[g.type]} (${purchase})", "hours", coalesce(g.count, 1) * amount, price("compute", "gpu/${g.type}/${purchase}"))]
}

# An instance of a machine type, or its cores and memory where the type is made to measure.
function "machine" {
  params = ["type", "purchase", "amount", "whole"]
  result = length(regexall("custom", type)) == 0 ? fixed(
    "Instance usage (Linux/UNIX, ${purchase}, ${type})", "hours", amount,
    price("compute", "machine/${type}/${purchase}") * (whole && purchase == "on-demand" ? lookup(sustained, split("-", type)[0], 1) : 1)
  ) : startswith(type, "e2") ? unpriced("machine types of E2 made to measure have no price here") : [
    for family in [startswith(type, "custom") ? "N1" : upper(split("-", type)[0])] : [
      for parts in [split("-", replace(replace(type, "-ext", ""), "/^.*custom-/", ""))] : [
        for cores in [tonumber(parts[0])] : [for memory in [tonumber(parts[1]) / 1024] : [for limit in [endswith(type, "-ext") ? cores * (family == "N1" ? 6.5 : 8) : memory] : [
          for share in [whole && purchase == "on-demand" ? lookup(sustained, lower(family), 1) : 1] : [
            fixed("Custom instance CPU (Linux/UNIX, ${purchase}, ${family} ${cores} vCPUs)", "hours", amount, price("compute", "custom/${family}/cpu/${purchase}") * cores * share),
            fixed("Custom Instance RAM (Linux/UNIX, ${purchase}, ${family} ${min(memory, limit)} GB)", "hours", amount, price("compute", "custom/${family}/ram/${purchase}") * min(memory, limit) * share),
            memory > limit ? fixed("Custom Instance Extended RAM (Linux/UNIX, ${purchase}, ${family} ${memory - limit} GB)", "hours", amount, price("compute", "custom/${family}/extended/${purchase}") * (memory - limit)) : null,
          ]
        ]]]
      ]
    ]
  ]
}

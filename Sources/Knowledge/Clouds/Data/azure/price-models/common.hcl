# What several services of Azure need. Files are read in the order of their names, and a function may call those above it.

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

function "queries" {
  params = ["amount"]
  result = tiers("DNS queries", "1M queries", amount, 1000000, [
    [1000000000, "first 1B", price("dns", "queries")],
    [null, "over 1B", price("dns", "queries-2")],
  ])
}

tables {
  disk_sizes = [
    [4, 1], [8, 2], [16, 3], [32, 4], [64, 6], [128, 10], [256, 15], [512, 20], [1024, 30], [2048, 40], [4096, 50], [8192, 60], [16384, 70], [32767, 80],
  ]
  disk_letters = { Standard = "S", StandardSSD = "E", Premium = "P" }
  vm_usage     = ["monthly_hrs", "os_disk.monthly_disk_operations", "storage_os_disk.monthly_disk_operations", "storage_data_disk.monthly_disk_operations", "instances", "monthly_os_disk_operations"]
}

# A managed disk of a type such as Premium_LRS, count times.
function "managed_disk" {
  params = ["type", "size", "iops", "throughput", "operations", "count"]
  result = startswith(coalesce(type, "Standard_LRS"), "UltraSSD") ? [
    [for s in [[for s in [4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048, 3072, 4096, 8192, 16384, 32768, 65536] : s if s >= coalesce(size, 1024)][0]] : fixed("Storage (ultra, ${s} GiB)", "GiB", coalesce(count, 1) * s, price("disks", "ultra/GiB") * hours)],
    fixed("Provisioned IOPS", "IOPS", coalesce(count, 1) * coalesce(iops, 2048), price("disks", "ultra/iops") * hours),
    fixed("Throughput", "MB/s", coalesce(count, 1) * coalesce(throughput, 8), price("disks", "ultra/throughput") * hours),
  ] : [for kind in [split("_", coalesce(type, "Standard_LRS"))] : [for tier in [[for s in disk_sizes : s[1] if s[0] >= (kind[0] == "Standard" ? max(32, coalesce(size, 30)) : coalesce(size, 30)) || s[1] == 80][0]] : [
    fixed("Storage (${disk_letters[kind[0]]}${tier}, ${kind[1]})", "months", coalesce(count, 1), price("disks", "${disk_letters[kind[0]]}${tier}/${kind[1]}")),
    kind[0] == "Premium" || operations == "none" ? null : used("Disk operations", "10k operations", tenth(operations), price("disks", "operations/${disk_letters[kind[0]]}")),
  ]]]
}

# An hour of a size with Windows. Its licence costs the same in every region, so a region's own Linux price tells it too.
function "windows_hour" {
  params = ["size"]
  result = coalesce(
    listed_price("vm", "windows/${size}"), listed_price("vm", "linux/${size}") + price("vm", "licence/windows/${size}"),
    price("vm", "linux/${size}") + price("vm", "licence/windows/${size}"), price("vm", "windows/${size}"))
}

# Instances of a size by the hour; licence says whether Windows is brought along.
function "machine" {
  params = ["system", "size", "licence", "amount"]
  result = fixed(
    "Instance usage (${system}, ${system == "Windows" && (licence == "Windows_Client" || licence == "Windows_Server") ? "hybrid benefit" : "pay as you go"}, ${size})",
    "hours", amount,
    system == "Windows" && !(licence == "Windows_Client" || licence == "Windows_Server") ? windows_hour(size) : price("vm", "linux/${size}"))
}

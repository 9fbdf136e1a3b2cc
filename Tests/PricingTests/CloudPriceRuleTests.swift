import Pricing
import ResourceGraph
import Testing
import Vocabulary

/// Rules of what clouds charge that hold for every size, place and kind, not for one.
struct CloudPriceRuleTests {
  private static func resource(_ text: String) throws -> PriceEstimate.Resource {
    try #require(
      try Estimator().estimate(ResourceGraph(files: ["main.tf": text]), region: "us-east-1").resources.first)
  }

  private static func price(_ name: String, in text: String) throws -> Double? {
    let resource = try resource(text)
    return try #require(
      resource.components.first { $0.name.hasPrefix(name) }, "\(resource.components.map(\.name))"
    ).unitPrice
  }

  private static func machine(_ system: String, _ size: String, _ place: String) -> String {
    """
    resource "azurerm_\(system)_virtual_machine" "a" {
      location = "\(place)"
      size = "\(size)"
      os_disk {
        storage_account_type = "Standard_LRS"
      }
    }
    """
  }

  /// A licence costs the same wherever the machine is, and is for its cores.
  @Test(arguments: ["eastus", "westus2", "japaneast", "brazilsouth"])
  func windowsCostsItsLicenceMore(place: String) throws {
    let windows = try Self.price("Instance", in: Self.machine("windows", "Standard_D4s_v5", place))
    let linux = try Self.price("Instance", in: Self.machine("linux", "Standard_D4s_v5", place))
    let difference = try #require(windows) - #require(linux)
    #expect(abs(difference - 0.184) < 0.0005)
  }

  /// What only other regions list is estimated from them, and says so.
  @Test func aSizeThatOnlyOtherRegionsListIsPricedByThem() throws {
    let book = try PriceBook.builtIn()
    let here = try #require(book.quote("azure/vm", key: "linux/Standard_D8pls_v5", region: "eastus"))
    #expect(here.isByFactor)
    let there = try #require(book.quote("azure/vm", key: "linux/Standard_D8pls_v5", region: "westeurope"))
    #expect(!there.isByFactor)
    #expect(abs(here.price / there.price - 1) < 0.4)
    #expect(book.quote("azure/vm", key: "linux/Standard_Nowhere1", region: "eastus") == nil)
  }

  private static func account(_ kind: String, _ tier: String, _ copies: String) -> String {
    """
    resource "azurerm_storage_account" "a" {
      location = "eastus"
      account_kind = "\(kind)"
      account_tier = "\(tier)"
      account_replication_type = "\(copies)"
    }
    """
  }

  @Test(arguments: [
    ("StorageV2", "Standard", "RAGZRS", true), ("StorageV2", "Premium", "GRS", false),
    ("BlockBlobStorage", "Premium", "ZRS", true), ("BlockBlobStorage", "Standard", "LRS", false),
    ("FileStorage", "Premium", "GRS", false), ("BlobStorage", "Standard", "ZRS", false),
    ("Storage", "Standard", "GZRS", false), ("Storage", "Standard", "RAGRS", true),
  ])
  func anAccountThatIsNotSoldHasNoPrice(kind: String, tier: String, copies: String, sold: Bool) throws {
    let resource = try Self.resource(Self.account(kind, tier, copies))
    #expect(resource.components.isEmpty != sold, "\(resource)")
    #expect(resource.reason.contains("not replicated") != sold)
    #expect((resource.status == .unpriced) != sold)
  }

  @Test func aKeyOfTheCustomersMakesTablesDearer() throws {
    let table =
      "resource \"azurerm_storage_table\" \"t\" {\n  storage_account_name = azurerm_storage_account.a.name\n}\n"
    let key =
      "resource \"azurerm_storage_account_customer_managed_key\" \"k\" {\n  storage_account_id = azurerm_storage_account.a.id\n}\n"
    func write(_ more: String) throws -> Double? {
      let text = table + Self.account("StorageV2", "Standard", "LRS").replacing("eastus", with: "westeurope")
      let estimate = try Estimator().estimate(
        ResourceGraph(files: ["main.tf": text + "\n" + more]), region: "us-east-1")
      return estimate.resources.first { $0.type == "azurerm_storage_table" }?.components.first {
        $0.name == "Write operations"
      }?.unitPrice
    }
    #expect(try write("") == 0.00036)
    #expect(try write(key) == 0.0325)
  }

  /// Places that are no regions have prices of their own; what is done there costs the same in every region.
  @Test(arguments: [
    ("US", 0.026, 0.1), ("EU", 0.026, 0.1), ("NAM4", 0.044, 0.1), ("us-central1", 0.02, 0.05),
    ("europe-west2", 0.023, 0.05),
  ])
  func aBucketCostsWhatItsPlaceAsks(place: String, stored: Double, added: Double) throws {
    let text = "resource \"google_storage_bucket\" \"a\" {\n  name = \"a\"\n  location = \"\(place)\"\n}\n"
    #expect(try Self.price("Storage", in: text) == stored)
    #expect(try Self.price("Object adds", in: text) == added)
  }

  private static func instance(_ image: String, _ more: String = "") -> String {
    """
    resource "google_compute_instance" "a" {
      name = "a"
      zone = "us-central1-a"
      machine_type = "n2-standard-4"
      boot_disk {
        initialize_params {
          image = "\(image)"
        }
      }
      \(more)
    }
    """
  }

  @Test(arguments: [
    ("windows-cloud/windows-2022", 0.184), ("rhel-cloud/rhel-9", 0.0576),
    ("rhel-sap-cloud/rhel-9-4-sap-ha", 0.09),
    ("suse-cloud/sles-15", 0.11), ("debian-cloud/debian-12", 0), ("ubuntu-os-cloud/ubuntu-2404", 0),
  ])
  func theSystemOfAnImageIsPaidFor(image: String, hour: Double) throws {
    let components = try Self.resource(Self.instance(image)).components.filter {
      $0.name.hasPrefix("Licence")
    }
    #expect(components.compactMap(\.unitPrice).reduce(0, +) == hour)
    #expect(components.count == (hour > 0 ? 1 : 0))
  }

  /// An accelerator that the book does not know is never free.
  @Test func anUnknownAcceleratorIsNamed() throws {
    let resource = try Self.resource(
      Self.instance("debian", "guest_accelerator {\n    type = \"nvidia-of-tomorrow\"\n    count = 1\n  }"))
    #expect(resource.status == .unpriced)
    #expect(resource.reason.contains("nvidia-of-tomorrow"))
  }

  /// What comes with a pool is in its price; more is paid for by the GB.
  @Test(arguments: [("Standard", 200, 500, 300.0), ("Premium", 250, 1024, 524), ("Standard", 400, 100, 0)])
  func aPoolPaysForWhatGoesBeyondItsUnits(tier: String, units: Int, size: Int, more: Double) throws {
    let text = """
      resource "azurerm_mssql_elasticpool" "a" {
        location = "eastus"
        max_size_gb = \(size)
        sku {
          name = "\(tier)Pool"
          tier = "\(tier)"
          capacity = \(units)
        }
      }
      """
    let extra = try Self.resource(text).components.first { $0.name == "Extra data storage" }
    #expect((extra?.quantity ?? 0) == more)
  }

  /// A size of an older series is numbered, not named for its cores.
  @Test(arguments: [
    ("Standard_D13_v2", 8.0), ("Standard_E16ads_v5", 16), ("Standard_DS14_v2+3TB_PS", 16),
    ("Standard_L8s_v3", 8),
  ])
  func aClusterOfDataExplorerPaysForItsCores(size: String, cores: Double) throws {
    let text = """
      resource "azurerm_kusto_cluster" "a" {
        location = "eastus"
        sku {
          name = "\(size)"
          capacity = 2
        }
      }
      """
    let markup = try Self.resource(text).components.first { $0.name == "Engine markup" }
    #expect(markup?.quantity == 2 * 730 * cores)
  }

  @Test(arguments: [
    ("SpeechServices", "S0", PriceEstimate.Status.usage), ("TextAnalytics", "S", .usage),
    ("LUIS", "S0", .usage),
    ("SpeechServices", "F0", .free), ("OpenAI", "S0", .free), ("ComputerVision", "S1", .unpriced),
  ])
  func accountsOfLanguageCostByUse(kind: String, tier: String, status: PriceEstimate.Status) throws {
    let text = """
      resource "azurerm_cognitive_account" "a" {
        location = "eastus"
        kind = "\(kind)"
        sku_name = "\(tier)"
      }
      """
    #expect(try Self.resource(text).status == status)
  }
}

import Basics
import Clouds
import Testing
import Vocabulary

import Experts
@testable import Handbook

/// Which cloud a request is of, and what becomes of what is asked for on another.
struct CloudChoiceTests {
  @Test(arguments: [
    ("A PostgreSQL database", "aws"), ("A database on Azure", "azure"), ("Eine Datenbank auf Azure", "azure"),
    ("A Cloud SQL database", "google"), ("A blob container with versioning", "azure"),
    ("An AKS cluster", "azure"), ("A GKE cluster", "google"), ("An EKS cluster", "aws"),
    ("Application Insights for a web app", "azure"), ("A bucket in europe-west4", "google"),
    ("A virtual machine in West Europe", "azure"), ("A database in Frankfurt", "aws"), ("A VPC", "aws"),
    ("Memorystore, reachable only from the VPC", "google"), ("A database on Azure, not on AWS", "azure"),
    ("Move from AWS to Google Cloud: a bucket and a database", "google"),
    ("Azure instead of AWS: a virtual machine", "azure"), ("A Lambda function and a BigQuery dataset", "aws"),
    ("Azure with a bucket, a queue, SQS and SNS", "azure"),
    ("A bucket on Google Cloud and one on AWS", "aws"),
    ("Sign in with Google, Cognito", "aws"), ("A pub/sub topic with SQS and SNS", "aws"), ("", "aws"),
  ])
  func theCloudIsWhatMostOfTheWordsSay(text: String, cloud: String) throws {
    #expect(try CloudChoice.shared().cloud(of: text).id == cloud)
  }

  @Test(arguments: [
    ("A virtual machine on Azure and a bucket on AWS", "virtual machine", "the drafts are for AWS"),
    ("A Linux VM on Azure and a Cloud SQL database on Google Cloud", "Linux VM", "for Google Cloud"),
    ("A function on Azure and a table on AWS with DynamoDB", "function", "for AWS"),
  ])
  func whatIsOfAnotherCloudIsSaidToBeMissing(text: String, thing: String, reason: String) throws {
    let brief = try HandbookReading().brief(of: Request(text: text))
    let open = try #require(brief.requirements.first { $0.text.contains(thing) })
    #expect(open.gap?.status == .unmet)
    #expect(open.gap?.reason.contains(reason) == true, "\(open.gap?.reason ?? "")")
    #expect(open.check == nil)
  }

  @Test func aSecondRegionIsNotMetWhereNothingIsPlacedThere() throws {
    let brief = try HandbookReading().brief(
      of: Request(text: "Postgres on Google Cloud in Sydney and a replica in Tokyo"))
    #expect(brief.requirements.first { $0.text == "Tokyo" }?.gap?.status == .unmet)
    #expect(brief.constraints.filter { $0.kind == .region }.map(\.value) == ["australia-southeast1"])
  }

  @Test(arguments: [
    ("A virtual machine on Azure in West Europe", "westeurope"),
    ("A VM on Azure in germanywestcentral", "germanywestcentral"),
    ("A bucket on GCP in europe-west3", "europe-west3"),
    ("A VM on Google Cloud in us-central1-a", "us-central1"),
    ("A GCS bucket in Zurich", "europe-west6"), ("An Azure VM in Zurich", "switzerlandnorth"),
    ("Blobs with geo-redundant storage in North Europe, on Azure", "northeurope"),
  ])
  func aPlaceIsTheCloudsOwnRegion(text: String, region: String) throws {
    let brief = try HandbookReading().brief(of: Request(text: text))
    #expect(brief.constraints.first { $0.kind == .region }?.value == region)
  }

  @Test func aRegionThatIsNoneIsRefused() throws {
    let error = #expect(throws: ExpertError.self) {
      try HandbookReading().brief(of: Request(text: "A GCS bucket in europe-west99"))
    }
    #expect(error?.description.contains("no region of Google Cloud") == true, "\(error?.description ?? "")")
  }
}

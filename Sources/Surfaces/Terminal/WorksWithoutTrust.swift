/// A command that neither asks anybody nor judges anything by what lies in the folder: it works also beside a crew file that
/// nobody trusted, whose rules, recipes and prices it leaves alone.
package protocol WorksWithoutTrust {}

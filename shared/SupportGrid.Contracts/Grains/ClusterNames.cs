namespace SupportGrid.Contracts.Grains;

/// <summary>What silos and gateways call their cluster; a gateway finds only a silo that uses the same names.</summary>
public static class ClusterNames
{
    /// <summary>Names the service in every row that Orleans stores; it never changes.</summary>
    public const string Service = "supportgrid";

    /// <summary>Names the processes that form one cluster.</summary>
    public const string Cluster = "supportgrid";
}

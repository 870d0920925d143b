namespace Orleans.Runtime;

/// <summary>Anything that calls can be addressed to: grains and observers.</summary>
public interface IAddressable;

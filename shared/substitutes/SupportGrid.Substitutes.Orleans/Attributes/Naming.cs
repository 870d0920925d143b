namespace Orleans
{
    /// <summary>Names a grain class in identities, independent of the class's name.</summary>
    [AttributeUsage(AttributeTargets.Class, AllowMultiple = false)]
    public sealed class GrainTypeAttribute(string grainType) : Attribute
    {
        /// <summary>The name.</summary>
        public string GrainType { get; } = grainType;
    }
}

namespace Orleans.Metadata
{
    /// <summary>Names the grain class that stands behind an interface when several implement it.</summary>
    [AttributeUsage(AttributeTargets.Interface, AllowMultiple = false)]
    public sealed class DefaultGrainTypeAttribute(string grainType) : Attribute
    {
        /// <summary>The grain type's name.</summary>
        public string GrainType { get; } = grainType;
    }
}

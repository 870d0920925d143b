namespace SupportGrid.Domain.Wallboards; public sealed record Wallboard(int X);

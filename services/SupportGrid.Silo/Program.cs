await Console.Error.WriteLineAsync(
    "This is the standalone edition, in which SupportGrid.Standalone holds the actors: build with "
    + "-p:SupportGridEdition=cluster to run silos of their own.");
return 1;

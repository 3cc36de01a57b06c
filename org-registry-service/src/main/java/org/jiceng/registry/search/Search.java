package org.jiceng.registry.search;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.jiceng.kit.web.Page;
import org.jiceng.kit.web.PageRequest;
import org.jiceng.registry.search.NameSearch.Slice;

/** Finds organisations, then units, by code or name; a page goes on where the one before ended. */
@ApplicationScoped
class Search {
  private final NameSearch names;

  Search(NameSearch names) {
    this.names = names;
  }

  Page<Hit> page(SearchFilter filter, PageRequest request) {
    List<Source> sources = filter.sources();
    if (sources.isEmpty()) {
      return new Page<>(List.of(), null);
    }
    Position position =
        request
            .cursor()
            .map(cursor -> Position.parse(cursor, sources.size()))
            .orElse(Position.beginning(0));
    List<Hit> hits = new ArrayList<>();
    while (position != null) {
      int source = position.source();
      int room = request.limit() - hits.size();
      Slice slice = names.slice(filter, sources.get(source), position, room);
      hits.addAll(slice.hits());
      position = slice.next();
      if (position != null) {
        return new Page<>(hits, position.toString());
      }
      if (source + 1 < sources.size()) {
        position = Position.beginning(source + 1);
        if (hits.size() >= request.limit()) {
          return new Page<>(hits, position.toString());
        }
      }
    }
    return new Page<>(hits, null);
  }
}

package org.jiceng.activity.honour;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jiceng.activity.list.Conditions;
import org.jiceng.kit.problem.Problem;
import org.jiceng.kit.web.Cursor;
import org.jiceng.kit.web.Page;
import org.jiceng.kit.web.PageRequest;

/** All honours of one kind. */
public abstract class Honours<H extends Honour> implements PanacheRepositoryBase<H, UUID> {

  /** The one of that id, else 404. */
  public H require(UUID id) {
    return findByIdOptional(id).orElseThrow(Problem::notFound);
  }

  /** By code; a page after the last code of the page before. */
  public <V> Page<V> page(HonourFilter filter, PageRequest page, Function<H, V> view) {
    Conditions conditions =
        filter
            .conditions()
            .and("code > :after", "after", page.cursor().map(c -> c.key(0)).orElse(null));
    List<H> rows =
        find(conditions.text(), Sort.by("code"), conditions.parameters())
            .range(0, page.fetchSize() - 1)
            .list();
    Page<H> found = page.page(rows, honour -> Cursor.of(honour.code()));
    return new Page<>(found.items().stream().map(view).toList(), found.nextCursor());
  }

  void add(H honour) {
    if (count("code", honour.code()) > 0) {
      throw new Problem(honour.kind().codeTaken, honour.code()).at("code");
    }
    persistAndFlush(honour);
  }
}

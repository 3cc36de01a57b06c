package org.jiceng.member.membership;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jiceng.events.MembershipStatus;
import org.jiceng.kit.audit.Audit;
import org.jiceng.kit.codes.CodeList;
import org.jiceng.kit.codes.CodeLists;
import org.jiceng.kit.imports.Column;
import org.jiceng.kit.imports.ImportContext;
import org.jiceng.kit.imports.ImportKind;
import org.jiceng.kit.imports.ImportSession;
import org.jiceng.kit.outbox.Outbox;
import org.jiceng.kit.personal.BlindIndex;
import org.jiceng.member.person.Persons;

/** Takes in a roster: members as they stand, each with where and since when they are affiliated. */
@ApplicationScoped
public class MemberImport implements ImportKind {
  private static final CodeList STATUS = CodeLists.of(MembershipStatus.class).orElseThrow();

  private final Persons persons;
  private final BlindIndex index;
  private final Outbox outbox;
  private final Audit audit;

  MemberImport(Persons persons, BlindIndex index, Outbox outbox, Audit audit) {
    this.persons = persons;
    this.index = index;
    this.outbox = outbox;
    this.audit = audit;
  }

  @Override
  public String name() {
    return "members";
  }

  @Override
  public List<Column> columns() {
    return List.of(
        Column.required("idNumber", 40).also("身份证号", "公民身份号码"),
        Column.required("name", 60).also("姓名"),
        Column.required("ethnicity").also("民族").of(CodeLists.ETHNICITY),
        Column.required("education").also("学历").of(CodeLists.EDUCATION),
        Column.optional("phone", 20).also("电话", "联系电话"),
        Column.required("organizationCode", 32).also("所在组织", "组织编码"),
        Column.required("status").also("党籍状态").of(STATUS),
        Column.required("joinedOn").also("入党日期").dated(),
        Column.optional("affiliatedOn").also("转入日期").dated(),
        Column.optional("admittedByCode", 32).also("发展组织"),
        Column.optional("workUnitId", 36).also("工作单位标识"));
  }

  @Override
  public ImportSession open(Connection connection, ImportContext context) throws SQLException {
    return new RosterSession(connection, context, persons, index, outbox, audit);
  }
}

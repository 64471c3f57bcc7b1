#include "extractor/output/panel_xlsx.h"

#include <cstdlib>

#include <xlsxwriter.h>

namespace mingzhang {
namespace {

constexpr uint32_t kMostRows = 1'048'576;   // of a sheet, its header among them
constexpr size_t kLongestText = 32'767;     // characters of a cell; bytes are never fewer
constexpr size_t kExactDigits = 15;         // that a number cell keeps
constexpr double kUsualWidth = 14, kNameWidth = 26, kTextWidth = 60;  // of columns, in characters

struct Formats {
  lxw_format *header, *integer, *decimal, *percent, *text;
};

size_t Digits(std::string_view text) {
  size_t digits = 0;
  for (const char c : text) digits += c >= '0' && c <= '9' ? 1 : 0;
  return digits;
}

std::string Shortened(std::string_view text) {
  size_t end = std::min(text.size(), kLongestText);
  while (end < text.size() && end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return std::string(text.substr(0, end));
}

// By the last word of the header, which is the column's name.
double WidthOf(std::string_view header) {
  const std::string_view name = header.substr(header.find('\n') + 1);
  const bool text = name.starts_with("message_") || name.starts_with("description_") || name.starts_with("reason");
  if (text) return kTextWidth;
  const bool is_name = name.ends_with("_name") || name.ends_with("source") || name == "org_key" || name == "title";
  return is_name ? kNameWidth : kUsualWidth;
}

// One table or view, over as many sheets as it takes.
class Sheet {
 public:
  Sheet(lxw_workbook* book, const Formats& formats, std::string name, std::vector<std::string> columns)
      : book_(book), formats_(formats), name_(std::move(name)), columns_(std::move(columns)) {
    Begin();
  }

  void Add(SqlStatement& row) {
    if (row_ == kMostRows) {
      End();
      Begin();
    }
    for (int i = 0; i < row.columns(); ++i) Cell(row, i);
    ++row_;
  }

  void End() { worksheet_autofilter(sheet_, 0, 0, row_ - 1, LastColumn()); }

 private:
  lxw_col_t LastColumn() const { return static_cast<lxw_col_t>(columns_.size() - 1); }

  void Begin() {
    const std::string name = ++count_ == 1 ? name_ : name_ + " " + std::to_string(count_);
    sheet_ = workbook_add_worksheet(book_, name.c_str());
    worksheet_freeze_panes(sheet_, 1, 0);
    for (size_t i = 0; i < columns_.size(); ++i) {
      const auto column = static_cast<lxw_col_t>(i);
      worksheet_set_column(sheet_, column, column, WidthOf(columns_[i]), nullptr);
    }
    for (size_t i = 0; i < columns_.size(); ++i) {
      worksheet_write_string(sheet_, 0, static_cast<lxw_col_t>(i), columns_[i].c_str(), formats_.header);
    }
    row_ = 1;
  }

  lxw_format* FormatOf(std::string_view name, std::string_view text) const {
    if (name.ends_with("_rate") || name.ends_with("_growth") || name.ends_with("_share")) return formats_.percent;
    if (name.ends_with("year")) return nullptr;
    return text.find('.') == std::string_view::npos && !name.ends_with("_wan") ? formats_.integer : formats_.decimal;
  }

  void Cell(SqlStatement& row, int column) {
    if (row.IsNull(column)) return;
    const std::string text = Shortened(row.Text(column));
    const auto at = static_cast<lxw_col_t>(column);
    // Excel knows binary numbers only; one with more digits than they hold stays a text.
    if (row.IsNumber(column) && Digits(text) <= kExactDigits) {
      worksheet_write_number(sheet_, row_, at, std::strtod(text.c_str(), nullptr), FormatOf(row.Name(column), text));
    } else {
      worksheet_write_string(sheet_, row_, at, text.c_str(), nullptr);
    }
  }

  lxw_workbook* const book_;
  const Formats& formats_;
  const std::string name_;
  const std::vector<std::string> columns_;
  lxw_worksheet* sheet_ = nullptr;
  uint32_t row_ = 0;
  int count_ = 0;
};

Formats MakeFormats(lxw_workbook* book) {
  Formats formats;
  formats.header = workbook_add_format(book);
  format_set_bold(formats.header);
  format_set_bg_color(formats.header, 0xE8EEF4);
  format_set_bottom(formats.header, LXW_BORDER_THIN);
  format_set_text_wrap(formats.header);
  formats.integer = workbook_add_format(book);
  format_set_num_format(formats.integer, "#,##0");
  formats.decimal = workbook_add_format(book);
  format_set_num_format(formats.decimal, "#,##0.00##");
  formats.percent = workbook_add_format(book);
  format_set_num_format(formats.percent, "0.00");
  return formats;
}

// The title for readers above the name for queries.
std::vector<std::string> Headers(const PanelTable& table, const ReportWords& words) {
  std::vector<std::string> headers;
  for (const PanelColumn& column : table.columns) {
    headers.push_back(TitleOf(table, column, words) + "\n" + std::string(column.name));
  }
  return headers;
}

using EachOf = Status (*)(const PanelDatabase&, const PanelTable&, const std::function<Status(SqlStatement&)>&);

Status AddRows(const PanelDatabase& panel, const Formats& formats, const PanelTable& table, const ReportWords& words,
               EachOf each, lxw_workbook* book) {
  Sheet sheet(book, formats, TitleOf(table, words), Headers(table, words));
  const Status status = each(panel, table, [&](SqlStatement& row) -> Status {
    sheet.Add(row);
    return std::nullopt;
  });
  sheet.End();
  return status;
}

Status AddSheets(const PanelDatabase& panel, const ReportWords& words, lxw_workbook* book) {
  const Formats formats = MakeFormats(book);
  for (const PanelTable& view : PanelViewTables()) {
    if (Status status = AddRows(panel, formats, view, words, EachViewRow, book)) return status;
  }
  for (const PanelTable& table : PanelTables()) {
    if (Status status = AddRows(panel, formats, table, words, EachRow, book)) return status;
  }
  return std::nullopt;
}

}  // namespace

Status WriteXlsx(const PanelDatabase& panel, const ReportWords& words, const std::string& path) {
  lxw_workbook_options options = {};
  options.constant_memory = LXW_TRUE;
  lxw_workbook* book = workbook_new_opt(path.c_str(), &options);
  if (book == nullptr) return Error{"cannot be written", path, 0, 0, ""};
  // The same panel gives the same bytes: the workbook says no time of its making.
  lxw_doc_properties properties = {};
  properties.created = 946684800;
  workbook_set_properties(book, &properties);
  const Status status = AddSheets(panel, words, book);
  const lxw_error error = workbook_close(book);
  if (status) return status;
  if (error != LXW_NO_ERROR) return Error{lxw_strerror(error), path, 0, 0, ""};
  return std::nullopt;
}

}  // namespace mingzhang

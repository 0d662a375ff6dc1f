-- The shop: what is sold, and who ordered what. Amounts are minor units of the shop's one currency.
create table product (
  sku text primary key,
  category text not null,
  name_en text not null,
  name_zh text not null,
  about_en text not null,
  about_zh text not null,
  unit_price bigint not null check (unit_price > 0),
  tax_basis_points int not null check (tax_basis_points between 0 and 10000),
  digital boolean not null,
  stock bigint not null check (stock >= 0)
);
create index product_category on product (category, sku);

create table cart (
  cart_id bytea primary key check (length(cart_id) = 20),
  opened_at timestamptz not null
);
create table cart_line (
  cart_id bytea not null,
  sku text not null,
  quantity int not null check (quantity between 1 and 99),
  primary key (cart_id, sku)
);

-- An order is filed under the merchant's own label of the sale, LID-M.
create table shop_order (
  lid_m bytea primary key check (length(lid_m) between 1 and 20),
  order_number text not null unique,
  placed_at timestamptz not null,
  language text not null,
  currency int not null,
  total bigint not null check (total > 0),
  offer bytea not null
);
create index shop_order_placed on shop_order (placed_at);
create table order_line (
  lid_m bytea not null,
  line int not null check (line > 0),
  sku text not null,
  quantity int not null check (quantity > 0),
  line_total bigint not null check (line_total > 0),
  digital boolean not null,
  shipment int,
  primary key (lid_m, line)
);
create table shipment (
  lid_m bytea not null,
  shipment int not null,
  tracking text not null,
  shipped_at timestamptz not null,
  primary key (lid_m, shipment)
);
